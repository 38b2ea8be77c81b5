package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headings and points of a paper as a tree: 一、 over （一） over 1. over （1）. */
final class Outline {

    private Outline() {}

    static Node of(List<Line> lines) {
        Node root = new Node(null, null);
        Node at = root;
        for (Line line : lines) {
            Marker.Found found = Marker.at(line.plain());
            if (found != null) {
                at = place(root, at, found);
            } else if (line.plain().matches("附件 ?\\d{0,2}[：]?") || line.plain().matches("附 ?[：件表].{0,40}")) {
                at = root;
            }
            at.own.add(line);
        }
        return root;
    }

    private static Node place(Node root, Node at, Marker.Found found) {
        Node parent = at;
        while (parent.parent != null && parent.rank() >= found.marker().rank()) {
            parent = parent.parent;
        }
        Node node = new Node(parent.parent == null ? root : parent, found);
        node.parentOf().children.add(node);
        return node;
    }

    /** A heading or point with its own lines and the points below it. The root has no marker. */
    static final class Node {

        private final @Nullable Node parent;
        private final Marker.@Nullable Found marker;
        private final List<Line> own = new ArrayList<>();
        private final List<Node> children = new ArrayList<>();

        Node(@Nullable Node parent, Marker.@Nullable Found marker) {
            this.parent = parent;
            this.marker = marker;
        }

        private Node parentOf() {
            if (parent == null) {
                throw new IllegalStateException("The root hangs on nothing");
            }
            return parent;
        }

        @Nullable
        Node parent() {
            return parent;
        }

        boolean isRoot() {
            return parent == null;
        }

        int rank() {
            return marker == null ? 0 : marker.marker().rank();
        }

        /** 一、, （三）; empty for the root. */
        String reference() {
            return marker == null ? "" : marker.text();
        }

        /** Where the words of the first line begin, behind the marker. */
        int contentStart() {
            return marker == null ? 0 : marker.contentStart();
        }

        List<Line> own() {
            return own;
        }

        List<Node> children() {
            return children;
        }

        /** All lines of this point and of everything below it, in order. */
        List<Line> all() {
            List<Line> all = new ArrayList<>(own);
            children.forEach(child -> all.addAll(child.all()));
            return all;
        }

        /** The headings above this point, widest first. */
        List<String> section() {
            List<String> section = new ArrayList<>();
            for (Node above = parent; above != null && above.parent != null; above = above.parent) {
                section.add(0, above.heading());
            }
            return section;
        }

        /** The first line up to its first stop, with its marker. */
        String heading() {
            Line line = own.get(0);
            int stop = line.plain().indexOf('。');
            return line.written(0, stop < 0 ? line.length() : stop).strip();
        }
    }
}
