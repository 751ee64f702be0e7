"""How much of what people type is read rightly, by language and kind."""
