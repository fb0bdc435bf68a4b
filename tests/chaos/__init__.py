"""`make chaos`: a monkey over the real processes. Each lane is a whole stack of its own that imports while things go wrong.

__main__      starts the lanes and the in-process histories, adds up, writes docs/reliability.md
lane          one lane: its scenarios one after the other, and what must hold after each
house         the stack with its servers in our hand: kill, stop, restart, flush
watcher       looks at the database four times a second: progress, recovery, open transactions
proxy         between Celery and Redis: drops, doubles and reorders messages
*_scenarios   what goes wrong
"""
