"""What people know and may edit: clubs, departments, rules, corrections; read and checked."""
