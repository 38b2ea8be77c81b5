package org.luoshi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a stretch of work costs in processor time, apart for this process (server and its callers) and for the PostgreSQL processes on the machine;
 * says more than the clock where other programs run beside it.
 */
final class ProcessorTime {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long ownBefore = system.getProcessCpuTime();
    private final Map<Long, Duration> databaseBefore = database();

    private static Map<Long, Duration> database() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains("bench-reporting")
                        && process.info().totalCpuDuration().isPresent())
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        process -> process.info().totalCpuDuration().orElseThrow()));
    }

    /** Milliseconds for each of so many pieces of work: this process, the database. */
    double[] each(long pieces) {
        double own = (system.getProcessCpuTime() - ownBefore) / 1e6;
        double database = database().entrySet().stream()
                .mapToDouble(process -> process.getValue()
                                .minus(databaseBefore.getOrDefault(process.getKey(), Duration.ZERO))
                                .toNanos()
                        / 1e6)
                .sum();
        return new double[] {own / pieces, database / pieces};
    }
}
