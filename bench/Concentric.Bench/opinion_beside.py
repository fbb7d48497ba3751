"""scikit-learn over a matrix of answers: the seconds of the best of some rounds, as JSON.

opinion_beside.py FILE PEOPLE STATEMENTS ROUNDS; the file holds one signed byte an answer, 9 for none.
"""

import json
import sys
import time

import numpy
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score

path, people, statements, rounds = sys.argv[1], *map(int, sys.argv[2:5])
answers = numpy.fromfile(path, dtype=numpy.int8).reshape(people, statements).astype(numpy.float64)
answers[answers == 9] = numpy.nan


def places():
    means = numpy.nanmean(answers, axis=0)
    filled = numpy.where(numpy.isnan(answers), means, answers)
    return PCA(n_components=2, random_state=1).fit_transform(filled)


def plain():
    KMeans(n_clusters=3, n_init=1, random_state=1).fit(places())


def same_work():
    small = KMeans(n_clusters=100, n_init=1, max_iter=100, random_state=1).fit(places())
    weights = numpy.bincount(small.labels_)
    for groups in range(2, 6):
        found = KMeans(n_clusters=groups, n_init=1, max_iter=20, random_state=1).fit(small.cluster_centers_, sample_weight=weights)
        silhouette_score(small.cluster_centers_, found.labels_)


def seconds(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


plain()
print(json.dumps({"sameWork": min(seconds(same_work) for _ in range(rounds)), "plain": min(seconds(plain) for _ in range(rounds))}))
