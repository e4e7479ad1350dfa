"""What the forms hold, apart from any screen: which fields there are, and which records their answers make."""
