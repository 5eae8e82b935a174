print("muster benchmarks")
