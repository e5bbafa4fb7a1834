"""What browsers and operators fetch over plain HTTP: pages, assets, doors, health."""
