"""Reference servers of DoPhysicalTask: a simulated body in a small world."""
