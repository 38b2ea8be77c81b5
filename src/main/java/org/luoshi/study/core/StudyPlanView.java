package org.luoshi.study.core;

import java.util.List;

/** The plan of a year with what it covers. */
public record StudyPlanView(
        StudyPlace place, List<StudyPlanLine> lines, List<StudyCoverage> people, List<StudyCoverage.Quarter> quarters) {

    public long held() {
        return lines.stream().filter(StudyPlanLine::isDone).count();
    }

    /** True where a proposal would add something. */
    public boolean hasGaps() {
        return people.stream().anyMatch(StudyCoverage::isMissing)
                || quarters.stream().anyMatch(StudyCoverage.Quarter::isMissing);
    }
}
