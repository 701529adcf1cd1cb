namespace GatewayBench;

/// <summary>Puts together what SLOs say and what their figures are worth.</summary>
internal static class SloVerdicts
{
    /// <summary>
    /// Figures of an INVALID row neither meet an SLO nor miss it. Too many errors stay too many:
    /// measuring again would not help them.
    /// </summary>
    public static SloVerdict VerdictOn(this RowResult row, SloResult slo)
    {
        var isValid = row.Invalid.Count == 0;
        return !slo.Judged ? SloVerdict.NotJudged
            : slo.Met && isValid ? SloVerdict.Pass
            : !slo.Met && (isValid || IsOfErrors(slo)) ? SloVerdict.Fail
            : SloVerdict.Invalid;
    }

    /// <summary>Whether any SLO of any row came to it.</summary>
    public static bool HasSlo(this LoadResult result, SloVerdict verdict) =>
        result.Rows.Any(row => row.Slos.Any(slo => row.VerdictOn(slo) == verdict));

    /// <summary>Whether each row has an SLO of its own for how many errors it may have.</summary>
    public static bool LimitsErrors(this LoadResult result) =>
        result.Rows.All(row =>
            row.Slos.Any(slo =>
                SubjectOf(slo) is { Of: null, In: null, Subject: ErrorSubject { Class: null } }
            )
        );

    private static bool IsOfErrors(SloResult slo) => SubjectOf(slo)?.Subject.IsOfErrors == true;

    /// <summary>Null for what a later version may have stored.</summary>
    private static Slo? SubjectOf(SloResult slo)
    {
        try
        {
            return Slo.Parse(slo.Expression);
        }
        catch (SloException)
        {
            return null;
        }
    }
}
