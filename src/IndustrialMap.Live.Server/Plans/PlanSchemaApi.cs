using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Server.Plans;

/// <summary>The JSON Schema of plan files, for editors that complete and check a plan while it is written. Anybody may have it.</summary>
internal static class PlanSchemaApi
{
    internal static void MapPlanSchema(this IEndpointRouteBuilder app)
    {
        var file = new KeptFile(PlanSchema.Read());
        app.MapGet("/plan-format.schema.json", file.Answer).ExcludeFromDescription();
    }
}
