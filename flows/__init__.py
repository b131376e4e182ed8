"""How the pipeline is run: the program copaperu, and the Prefect flow."""
