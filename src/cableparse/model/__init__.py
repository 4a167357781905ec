"""What comes out: the cable, the fields of its header, its JSON form, and the errors."""
