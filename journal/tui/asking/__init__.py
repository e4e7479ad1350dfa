"""What the screens ask of the journal and of the rules, and who answers: two threads, and a process beside them."""
