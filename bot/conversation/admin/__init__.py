"""The admin's side: documents sent to the bot become what it answers from."""
