"""Claims to values: quantities, dates and quotations, each read, rendered and compared by its own kind."""
