"""Statements about risks and mitigating actions, held against the register."""
