"""Package creature_node: see package.xml."""

from setuptools import find_packages, setup

NAME = "creature_node"

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
    description="What every node of the creature does alike: parameters, diagnostics, start and end.",
    license="Apache-2.0",
    entry_points={"console_scripts": []},
)
