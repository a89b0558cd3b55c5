"""From tokens to the clauses of a phrase, and what stands in a clause beside its deed."""
