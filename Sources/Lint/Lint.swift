// Placeholder until the module's first idea lands.
