"""Solves listed pairs with OR-Tools' min-cost flow; says the largest sum and how long the solve alone took.

    flow.py PAIRS

PAIRS is what `cargo run --release --package cairn-matching --example second -- pairs PROBLEM PAIRS` writes.
"""
import json
import sys
import time
from importlib.metadata import version

import numpy
from ortools.graph.python import min_cost_flow


def network(path):
    """One unit from each person, to a worker or past all of them; workers pass on up to their capacity."""
    with open(path, "rb") as file:
        people, workers, pairs = (int(n) for n in numpy.fromfile(file, "<u8", 3))
        capacity = numpy.fromfile(file, "<i8", workers)
        person = numpy.fromfile(file, "<u4", pairs).astype(numpy.int64)
        worker = numpy.fromfile(file, "<u4", pairs).astype(numpy.int64)
        value = numpy.fromfile(file, "<i4", pairs).astype(numpy.int64)
    end = people + workers
    everybody = numpy.arange(people)
    tails = numpy.concatenate([person, everybody, numpy.arange(workers) + people])
    heads = numpy.concatenate([worker + people, numpy.full(people, end), numpy.full(workers, end)])
    room = numpy.concatenate([numpy.ones(pairs + people, numpy.int64), capacity])
    cost = numpy.concatenate([-value, numpy.zeros(people + workers, numpy.int64)])
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, room, cost)
    flow.set_nodes_supplies(numpy.arange(end + 1), numpy.append(numpy.append(numpy.ones(people), numpy.zeros(workers)), -people).astype(numpy.int64))
    return flow, pairs


def main():
    flow, pairs = network(sys.argv[1])
    began = time.perf_counter()
    status = flow.solve()
    seconds = time.perf_counter() - began
    if status != flow.OPTIMAL:
        sys.exit(f"no optimal flow: status {status}")
    said = {"objective": -int(flow.optimal_cost()), "seconds": seconds, "pairs": pairs, "version": version("ortools")}
    print(json.dumps(said))


main()
