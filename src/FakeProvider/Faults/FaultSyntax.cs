using System.Globalization;

namespace GatewayBench;

/// <summary>The kinds of faults by the names that texts give them.</summary>
internal static class FaultSyntax
{
    private const string NameEnds = "(@";
    private const string ArgumentEnds = ",)";

    private static readonly Dictionary<string, Func<FaultReader, Fault>> Kinds = new()
    {
        ["status"] = Arguments(reader => Fault.Status(Status(reader))),
        ["retry-after"] = Arguments(reader => Fault.RetryAfter(Status(reader), Header(reader))),
        ["slow-headers"] = Arguments(reader => new SlowHeadersFault(Time(reader))),
        ["reset"] = _ => Fault.Reset(),
        ["reset-after"] = Arguments(reader => Fault.ResetAfter(Count(reader, 0))),
        ["cut-after"] = Arguments(reader => Fault.CutAfter(Count(reader, 0))),
        ["end-after"] = Arguments(reader => Fault.EndAfter(Count(reader, 0))),
        ["malformed-after"] = Arguments(reader => Fault.MalformedAfter(Count(reader, 0))),
        ["error-after"] = Arguments(reader => Fault.ErrorAfter(Count(reader, 0))),
        ["stall-after"] = Arguments(reader => new StallAfterFault(
            Count(reader, 0),
            Second(reader, Time)
        )),
        ["trickle"] = Arguments(reader => new TrickleFault(Count(reader, 1), Second(reader, Time))),
        ["no-done"] = _ => Fault.NoDone(),
        ["no-usage"] = _ => Fault.NoUsage(),
        ["content-length"] = Arguments(reader => Fault.ContentLength(Difference(reader))),
    };

    public static Fault Read(FaultReader reader) =>
        reader.Read<Func<FaultReader, Fault>>(
            NameEnds,
            (string name, out Func<FaultReader, Fault> read) => Kinds.TryGetValue(name, out read!),
            string.Join(", ", Kinds.Keys)
        )(reader);

    private static Func<FaultReader, Fault> Arguments(Func<FaultReader, Fault> read) =>
        reader =>
        {
            reader.Skip('(');
            var fault = read(reader);
            reader.Skip(')');
            return fault;
        };

    private static T Second<T>(FaultReader reader, Func<FaultReader, T> read)
    {
        reader.Skip(',');
        return read(reader);
    }

    private static int Status(FaultReader reader) =>
        Number(reader, StatusFault.Least, StatusFault.Most, "");

    private static int Count(FaultReader reader, int least) =>
        Number(reader, least, int.MaxValue, "");

    private static int Difference(FaultReader reader) =>
        Number(reader, -int.MaxValue, int.MaxValue, ", not 0", refused: 0);

    private static int Number(
        FaultReader reader,
        int least,
        int most,
        string but,
        int? refused = null
    ) =>
        reader.Read(
            ArgumentEnds,
            (string token, out int value) =>
                int.TryParse(
                    token,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out value
                )
                && value >= least
                && value <= most
                && value != refused,
            FormattableString.Invariant($"{least} to {most}{but}")
        );

    private static TimeSpan Time(FaultReader reader) =>
        reader.Read<TimeSpan>(ArgumentEnds, FaultTime.TryParse, FaultTime.Allowed);

    /// <summary>To the parenthesis, because dates have commas.</summary>
    private static string Header(FaultReader reader) =>
        Second(
            reader,
            rest =>
                rest.Read(
                    ")",
                    (string token, out string value) => StatusFault.CanBeSent(value = token),
                    StatusFault.AllowedHeader
                )
        );
}
