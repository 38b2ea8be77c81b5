package org.luoshi.administration.core;

import java.util.List;
import org.luoshi.shared.Role;

/** What somebody typed to set up their own office. */
public record OwnOffice(String name, String shortName, List<String> divisions, List<Colleague> people) {

    /**
     * One of the first people.
     *
     * @param row where it stood on the form, to say where something is wrong
     * @param title of the post; empty for administrators
     * @param division one of the divisions; empty for the office itself
     * @param password empty: one is generated and must be changed at the first sign-in
     */
    public record Colleague(
            int row, Role role, String name, String title, String division, String login, String password) {}
}
