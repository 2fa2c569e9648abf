package io.github.ftploglens.cli;

import io.github.ftploglens.reply.ReplyCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a reply code that the user typed. */
final class CodeArgument implements ITypeConverter<ReplyCode> {
    @Override
    public ReplyCode convert(String text) {
        ReplyCode code = ReplyCode.parse(text);
        if (code == null) {
            throw new TypeConversionException(complaint(text));
        }
        return code;
    }

    static String complaint(String text) {
        return "\"" + text + "\" is no reply code: it has three digits, the first 1 to 6 and the second 0 to 5";
    }
}
