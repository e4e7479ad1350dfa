"""Every number and every warning, computed from the stored rows."""
