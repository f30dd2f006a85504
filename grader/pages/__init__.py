"""What people look at: feedback, the class report."""
