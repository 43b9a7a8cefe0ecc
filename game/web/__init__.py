"""Pages and sockets for phones and browsers: the only package that opens any."""
