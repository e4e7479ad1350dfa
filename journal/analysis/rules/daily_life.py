"""Sleep, stress, sitting, smoking and body weight beside back pain."""
