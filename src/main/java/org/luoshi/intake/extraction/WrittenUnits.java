package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;

/** Names of units typed into one field, separated by 、 ，；or line ends. 各区、县级市 stays one name. */
public final class WrittenUnits {

    private WrittenUnits() {}

    public static List<String> split(String typed) {
        String plain = Script.plain(typed);
        List<String> names = new ArrayList<>();
        int lastStart = -1;
        int lastEnd = -1;
        for (Piece piece : Pieces.of(plain, 0, plain.length())) {
            String name = plain.substring(piece.from(), piece.to());
            if (lastStart >= 0 && Units.belongsTogether(plain.substring(lastStart, lastEnd), name)) {
                names.set(
                        names.size() - 1, typed.substring(lastStart, piece.to()).strip());
            } else {
                names.add(typed.substring(piece.from(), piece.to()).strip());
                lastStart = piece.from();
            }
            lastEnd = piece.to();
        }
        return names.stream().distinct().toList();
    }
}
