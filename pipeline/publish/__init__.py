"""Views -> what people take away."""
