"""Every number of an indicator's commentary needs a ground in the data: what each may be, and whether any figure gives it."""
