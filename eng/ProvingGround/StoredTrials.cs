namespace GatewayBench.ProvingGround;

/// <summary>Judges trials again by the rules of today: whoever changes one sees at once what that does.</summary>
internal static class StoredTrials
{
    /// <param name="folder">Where trials' reports went.</param>
    /// <param name="faults">Others are left out.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file in it is no result, or none is of a trial.</exception>
    public static IEnumerable<(Fault Fault, TrialRecord Record)> Judge(
        string folder,
        IReadOnlyList<Fault> faults
    )
    {
        (Fault Fault, TrialRecord Record)[] trials =
        [
            .. Directory
                .EnumerateFiles(folder, "result.json", SearchOption.AllDirectories)
                .Select(file => ResultFile.Deserialize(File.ReadAllBytes(file)))
                .SelectMany(result =>
                    faults
                        .Where(fault => result.Name == TrialRun.NameOf(fault, result.Seed))
                        .Select(fault => (Fault: fault, Record: Judge(result, fault)))
                )
                .OrderBy(trial => trial.Record.Seed),
        ];
        return trials.Length > 0
            ? trials
            : throw new InvalidDataException($"'{folder}' holds no report of these trials.");
    }

    private static TrialRecord Judge(LoadResult result, Fault fault) =>
        TrialRecord.Of(
            fault,
            result.Seed,
            Diagnostician.Of(result.Rows[0], DiagnosisFacts.Of(result.Targets[0]))
        );
}
