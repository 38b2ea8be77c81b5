package org.luoshi.ledger.guests;

/** The words by which a returned workbook is known again, and the places in it. */
public final class GuestMarks {

    /** Stands beside the token and says that this is a form of this house. */
    public static final String FORM = "luoshi-ledger-form-1";

    public static final String SIGNER = "signer";
    public static final String TELEPHONE = "telephone";

    /** What may be answered about one part; the number of the part stands before it: {@code 1.body}. */
    public static final String SIGN = "sign";

    public static final String SIGN_WORDS = "sign-words";
    public static final String KIND = "kind";
    public static final String BODY = "body";
    public static final String FORECAST = "forecast";
    public static final String HELP = "help";
    public static final String POINT = "p";

    /** Columns from 0. */
    public static final int LABEL = 0;

    public static final int ANSWER = 1;
    public static final int HINT = 2;
    public static final int KEY = 3;
    public static final int TOKEN = 4;

    private GuestMarks() {}

    public static String of(int part, String mark) {
        return part + "." + mark;
    }
}
