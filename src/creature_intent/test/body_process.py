"""A do_physical_task server in a process of its own, that can be killed: python body_process.py NEVER|AT_ONCE."""

import sys
import time

import rclpy
from creature_msgs.action import DoPhysicalTask
from rclpy.action import ActionServer, CancelResponse
from rclpy.executors import MultiThreadedExecutor


def main():
    """Serve until killed; a task ends at once, or never."""
    rclpy.init()
    node = rclpy.create_node("body")

    def work(handle):
        handle.publish_feedback(DoPhysicalTask.Feedback(phase="look", progress=0.1))
        while sys.argv[1] == "NEVER":
            time.sleep(0.05)
        handle.succeed()
        return DoPhysicalTask.Result(message="done")

    ActionServer(node, DoPhysicalTask, "do_physical_task", work, cancel_callback=lambda goal: CancelResponse.ACCEPT)
    print("serving", flush=True)
    rclpy.spin(node, MultiThreadedExecutor())


if __name__ == "__main__":
    main()
