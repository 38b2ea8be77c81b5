package org.luoshi.study.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.BranchMember;

/**
 * Who lectures: a post of the branch ({@code post:SECRETARY}), the leader of a group ({@code group:<id>}) or a person ({@code person:<id>}). A post
 * and a leadership follow whoever holds them.
 */
public final class StudyLecturers {

    private static final String POST = "post:";
    private static final String GROUP = "group:";
    private static final String PERSON = "person:";

    private final List<BranchMember> members;
    private final Map<String, StudyLecturer> byKey = new LinkedHashMap<>();

    public StudyLecturers(List<BranchMember> members) {
        this.members = members;
        members.forEach(member -> member.posts()
                .forEach(post -> put(POST + post, new StudyLecturer(POST + post, post, null, member.name()))));
        members.stream()
                .filter(member -> member.leadsGroup() && member.groupId() != null)
                .forEach(member -> put(
                        GROUP + member.groupId(),
                        new StudyLecturer(GROUP + member.groupId(), null, member.groupName(), member.name())));
        members.forEach(member -> put(
                PERSON + member.personId(), new StudyLecturer(PERSON + member.personId(), null, null, member.name())));
    }

    private void put(String key, StudyLecturer lecturer) {
        byKey.putIfAbsent(key, lecturer);
    }

    /** All that can be chosen: posts, leaders of groups, people. */
    public List<StudyLecturer> options() {
        return new ArrayList<>(byKey.values());
    }

    public boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** Null where nobody is named, or nobody holds what is named. */
    @Nullable
    StudyLecturer find(@Nullable String key) {
        return key == null ? null : byKey.get(key);
    }

    /** Who it is now. */
    Optional<UUID> personOf(@Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return members.stream()
                .filter(member -> key.equals(PERSON + member.personId())
                        || member.posts().stream().anyMatch(post -> key.equals(POST + post))
                        || member.leadsGroup() && key.equals(GROUP + member.groupId()))
                .map(BranchMember::personId)
                .findFirst();
    }

    /** The key by which the plan names this member best: the post, the group, or the person. */
    static String keyOf(BranchMember member) {
        if (!member.posts().isEmpty()) {
            return POST + member.posts().get(0);
        }
        return member.leadsGroup() && member.groupId() != null ? GROUP + member.groupId() : PERSON + member.personId();
    }
}
