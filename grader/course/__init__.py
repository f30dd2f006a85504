"""The course's folder: its settings, references and known solutions."""
