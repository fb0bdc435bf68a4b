"""One module an issuer: declarations only, each format with a sample. A module lists what it declares in `ISSUERS`.

Runs of X in a sample, as in "account XXX3381", are the issuer's own mask over a number; formats read them as such.
"""
