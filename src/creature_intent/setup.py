"""Package creature_intent: see package.xml."""

from setuptools import find_packages, setup

NAME = "creature_intent"

setup(
    name=NAME,
    version="0.1.0",
    packages=find_packages(exclude=["test"]),
    data_files=[
        ("share/ament_index/resource_index/packages", [f"resource/{NAME}"]),
        (f"share/{NAME}", ["package.xml"]),
    ],
    package_data={NAME: ["py.typed", "evaluation/data/*/*.jsonl", "meaning/judge.bin"]},
    zip_safe=False,
    maintainer="creature developers",
    maintainer_email="creature@example.org",
    description="From the words of the conversation to tasks: intents, dispatch.",
    license="Apache-2.0",
    entry_points={
        "console_scripts": ["intent = creature_intent.node:main", "eval = creature_intent.evaluation.main:main"],
    },
)
