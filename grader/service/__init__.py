"""The hand-in server: students hand in and read why within a second, the class is seen while it works."""
