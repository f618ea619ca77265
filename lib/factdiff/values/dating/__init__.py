"""How dates are read: words, checks, neighbours, resolution, clock times and roles. `values.date` is the face of it."""
