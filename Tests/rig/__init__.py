"""What the browser and fault tests stand on: a server of their own, a wave, phones that send."""
