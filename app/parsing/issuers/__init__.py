"""One module an issuer: declarations only, each format with a sample. A module lists what it declares in `ISSUERS`."""
