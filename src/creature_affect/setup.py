"""Package creature_affect: see package.xml."""

from setuptools import find_packages, setup

NAME = "creature_affect"

setup(
    name=NAME,
    version="0.1.0",
    packages=find_packages(exclude=["test"]),
    data_files=[
        ("share/ament_index/resource_index/packages", [f"resource/{NAME}"]),
        (f"share/{NAME}", ["package.xml"]),
    ],
    package_data={NAME: ["py.typed"]},
    zip_safe=False,
    maintainer="creature developers",
    maintainer_email="creature@example.org",
    description="From what happens to what is felt: an affect state machine.",
    license="Apache-2.0",
    entry_points={"console_scripts": ["affect = creature_affect.node:main"]},
)
