package dev.catavento.domain.telemetry;

/** Count, mean and sum of squared deviations of parts, joined exactly (Chan, Golub and LeVeque). */
final class JoinedMoments {
    private long n;
    private double mean;
    private double m2;

    /** @param m2 of the part; NaN, where it is not known, makes the whole's unknown */
    void add(long n, double mean, double m2) {
        if (n == 0) {
            return;
        }
        long total = this.n + n;
        double apart = mean - this.mean;
        this.m2 += m2 + apart * apart * ((double) this.n * n / total);
        this.mean += apart * ((double) n / total);
        this.n = total;
    }

    long n() {
        return n;
    }

    /** NaN where there is nothing. */
    double mean() {
        return n == 0 ? Double.NaN : mean;
    }

    double m2() {
        return n == 0 ? Double.NaN : m2;
    }
}
