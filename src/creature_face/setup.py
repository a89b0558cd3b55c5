"""Package creature_face: see package.xml."""

from setuptools import find_packages, setup

NAME = "creature_face"

setup(
    name=NAME,
    version="0.1.0",
    packages=find_packages(exclude=["test"]),
    data_files=[
        ("share/ament_index/resource_index/packages", [f"resource/{NAME}"]),
        (f"share/{NAME}", ["package.xml"]),
    ],
    package_data={NAME: ["py.typed", "web/**/*"]},
    zip_safe=False,
    maintainer="creature developers",
    maintainer_email="creature@example.org",
    description="The face: one web page, and the bridge that feeds it.",
    license="Apache-2.0",
    entry_points={"console_scripts": ["face = creature_face.node:main"]},
)
