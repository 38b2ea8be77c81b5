package org.luoshi.study.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.BranchMember;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** The lines that a plan still lacks: one lecture for each named role, spread over what is left of the year, and a youth class for each quarter that is not over. */
@Component
class StudyProposal {

    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int MIDDLE_OF_QUARTER = 2;

    private final StudyBranches branches;
    private final Clock clock;

    StudyProposal(StudyBranches branches, Clock clock) {
        this.branches = branches;
        this.clock = clock;
    }

    List<PlanRow> missing(UUID branchId, int year, List<PlanRow> there) {
        List<BranchMember> members = branches.members(branchId, year);
        StudyLecturers lecturers = new StudyLecturers(members);
        Set<UUID> covered = new HashSet<>();
        there.forEach(row -> lecturers.personOf(row.lecturer()).ifPresent(covered::add));
        List<BranchMember> without = members.stream()
                .filter(StudyPlanQueries::isNamed)
                .filter(member -> !member.care() && !covered.contains(member.personId()))
                .toList();
        int first = firstMonth(year);
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < without.size(); i++) {
            BranchMember member = without.get(i);
            int month = first + i * (MONTHS - first + 1) / without.size();
            UUID group = member.posts().isEmpty() && !member.leader() ? member.groupId() : null;
            rows.add(row(branchId, year, month, StudyKinds.LECTURE, StudyLecturers.keyOf(member), group));
        }
        Set<Integer> quarters = new HashSet<>();
        there.stream().filter(PlanRow::isYouthClass).forEach(row -> quarters.add(row.quarter()));
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            if (!quarters.contains(quarter) && quarter * (MONTHS / QUARTERS) >= first) {
                int month = Math.max(first, (quarter - 1) * (MONTHS / QUARTERS) + MIDDLE_OF_QUARTER);
                rows.add(row(branchId, year, month, StudyKinds.YOUTH_CLASS, null, null));
            }
        }
        return rows;
    }

    /** Nothing is proposed for months that are over; a year that is over is proposed as a whole. */
    private int firstMonth(int year) {
        LocalDate today = branches.today();
        return today.getYear() == year ? today.getMonthValue() : 1;
    }

    private PlanRow row(
            UUID branchId, int year, int month, String kind, @Nullable String lecturer, @Nullable UUID groupId) {
        return new PlanRow(
                TimeOrderedIds.next(clock), 1, branchId, year, month, "", "", null, kind, lecturer, groupId, null);
    }
}
