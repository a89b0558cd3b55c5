"""What every node of the creature does alike: parameters, diagnostics, start and end."""
