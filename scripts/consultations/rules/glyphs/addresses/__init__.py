"""Addresses of the web and of e-mail that a conversion cut, or set marks round."""
