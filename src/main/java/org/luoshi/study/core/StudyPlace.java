package org.luoshi.study.core;

import java.util.List;
import java.util.UUID;

/**
 * The branch and year that a page of study is about.
 *
 * @param choices the branches that the viewer may see
 * @param keeper true where the viewer keeps the branch
 */
public record StudyPlace(UUID branchId, String branchName, int year, List<Choice> choices, boolean keeper) {

    /** A branch to choose. */
    public record Choice(UUID id, String name) {}

    /** {@code ?branch=…&year=…} */
    public String query() {
        return "?branch=" + branchId + "&year=" + year;
    }

    public String query(int otherYear) {
        return "?branch=" + branchId + "&year=" + otherYear;
    }
}
