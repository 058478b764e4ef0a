enum DisclosureSeed {}
