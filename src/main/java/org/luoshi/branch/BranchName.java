package org.luoshi.branch;

import java.util.UUID;

/** A branch to choose from. */
public record BranchName(UUID id, String name) {}
