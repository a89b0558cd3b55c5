"""Package creature_lab: see package.xml."""

from setuptools import find_packages, setup

NAME = "creature_lab"

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
    description="Recordings played through the running creature, and reports of what it did.",
    license="Apache-2.0",
    entry_points={"console_scripts": ["ask = creature_lab.ask_main:main", "echo = creature_lab.echo_main:main"]},
)
