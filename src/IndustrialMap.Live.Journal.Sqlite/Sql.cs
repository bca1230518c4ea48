namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>The text of each file in the folder Sql, read once.</summary>
internal static class Sql
{
    public static readonly string Tables = Load(nameof(Tables));
    public static readonly string Triggers = Load(nameof(Triggers));
    public static readonly string SetAsideVersion1 = Load(nameof(SetAsideVersion1));
    public static readonly string ReadVersion1 = Load(nameof(ReadVersion1));
    public static readonly string CarryVersion1Over = Load(nameof(CarryVersion1Over));
    public static readonly string Identity = Load(nameof(Identity));
    public static readonly string Durability = Load(nameof(Durability));
    public static readonly string Head = Load(nameof(Head));
    public static readonly string InsertCommand = Load(nameof(InsertCommand));
    public static readonly string InsertEvent = Load(nameof(InsertEvent));
    public static readonly string Read = Load(nameof(Read));
    public static readonly string Streams = Load(nameof(Streams));
    public static readonly string CommandsNotKept = Load(nameof(CommandsNotKept));

    private static string Load(string name)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream($"{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
