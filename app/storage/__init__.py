"""The only SQL of the house: functions that take a Session. They never commit; `app.db.transaction` does.

Rows that more than one transaction may touch are locked in this order: batch, job, connection, user.
"""
